-- Given by somebody else, and to be changed by its owner before anything else.
alter table account_member add column password_once boolean not null default false;
