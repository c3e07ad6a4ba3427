-- The pool reads and writes every table; the files after this one take away what it may not
-- (balances, movements and events are written by functions, or appended to alone).
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO nuanqiao_app;
