-- Sealed, it is longer.
alter table account_import modify secret varchar(200) null;
