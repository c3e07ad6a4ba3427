import type { HomeKey } from '~/domain/home';

/** After a number; looked up by key, so the keys are computed. */
const counted = {
  pledges_unanswered: '笔认捐等待对方接受',
  pledges_to_answer: '笔认捐等待接受',
  donations_to_count: '笔捐赠等待清点入库',
  donations_accepted: '笔捐赠正在办理',
  donations_closed: '笔捐赠已经办结',
  goods_to_send: '处活动中心的物资等待发运',
  shipments_draft: '张运单等待发车',
  shipments_coming: '张运单正在送来',
  shipments_gone: '张运单已经发出，对方还没收完',
  shipments_on_road: '张运单在路上',
  requests_returned: '张需求被退回，等您修改',
  requests_draft: '张需求还没有提交',
  requests_submitted: '张需求等待审批',
  requests_to_decide: '张需求等待审批',
  requests_approved: '张需求已经批准',
  needs_open: '项需求还没有配足',
  handouts_open: '张发放名单正在发放',
  sign_offs_disputed: '次签收的账目待核对',
  items_in_stock: '种物资有可用库存',
  invitations_open: '份邀请还没有被接受',
  people: '位用户',
  organisations: '家机构',
  places: '处地点',
} as const satisfies Record<HomeKey, string>;

export default {
  title: '首页',
  greeting: '{{name}}，您好',
  unplacedTitle: '您的账号现在没有有效的任职',
  unplaced:
    '所以还不能办理业务。可能是任职已到期，或者刚被调整。请联系管理员为您安排任职；办好后刷新本页即可，不用重新登录。',
  waiting: '等您办理',
  going: '正在进行',
  nothingWaiting: '眼下没有等您办理的事。',
  disputedTitle: '签了名、还没有入账的',
  startTitle: '从这里开始',
  start_foundation_staff:
    '还没有捐赠。先登记一笔认捐：品名、尺码、数量，像填表格一样填好，对方接受后就可以送货。',
  start_depot_staff: '还没有要办的事。捐赠方认捐、贵处接受以后，到货时在“入库”里逐项清点。',
  start_centre_coordinator:
    '还没有需求。先按项目提一张需求单：要什么、什么尺码、多少人、哪天要用。',
  start_township_officer: '还没有需求等您审批。村活动中心提交以后，会出现在这里。',
  start_bureau_officer: '还没有需求和捐赠。先请活动中心提交需求，或登记一处机构和地点。',
  start_administrator: '先登记机构和地点，再邀请各处的工作人员。',
  startPledge: '登记认捐',
  startIntake: '查看入库',
  startRequest: '提一张需求',
  startRequests: '查看需求',
  startOrganisation: '登记机构',
  ...counted,
  publicTitle: '每一份捐赠，都看得见它到了哪里',
  publicWhat:
    '暖桥把广东捐赠的衣物、粮食和文具，经储备中心送到广西的村活动中心，再发放到受助户手中。',
  publicHow: '每一箱、每一批都逐件清点、逐站签收；任何人扫一下箱上的码，就能看到它走过的路。',
  publicPrivacy: '受助人的姓名、住址和学校从不公开，对外只到村、只报户数。',
  publicTrace: '查一查您的捐赠到了哪里',
  publicStaff: '工作人员',
  publicStaffLead: '捐赠方、储备中心、活动中心和民政部门的工作人员，请登录办理。',
  signIn: '登录',
} as const;
