-- History is written once: events can be appended and read, never changed or taken away.
REVOKE UPDATE, DELETE ON event FROM nuanqiao_app;
REVOKE DELETE ON command_log FROM nuanqiao_app;
