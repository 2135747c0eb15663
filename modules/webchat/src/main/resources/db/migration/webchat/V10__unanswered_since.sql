-- Since when the buyer waits for an answer: the first message after the agent's last one; null once it is answered.
alter table webchat_conversation add column unanswered_since datetime(6) null;

update webchat_conversation set unanswered_since = last_talked_at
where state in ('WAITING', 'OPEN') and buyer_spoke_last;
