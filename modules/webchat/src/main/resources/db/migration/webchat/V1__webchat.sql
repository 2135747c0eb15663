-- One row per shop and buyer, permanent: locked first by everything that touches one of the buyer's conversations.
create table webchat_buyer (
    id              bigint       not null primary key,
    enterprise_id   bigint       not null,
    shop_id         bigint       not null,
    external_id     varchar(128) character set utf8mb4 collate utf8mb4_bin not null,
    name            varchar(100) not null,
    -- The latest conversation, open or closed.
    conversation_id bigint       not null,
    created_at      datetime(6)  not null,
    constraint webchat_buyer_external unique (shop_id, external_id)
);

create table webchat_conversation (
    id               bigint       not null primary key,
    enterprise_id    bigint       not null,
    shop_id          bigint       not null,
    buyer_id         bigint       not null,
    source           varchar(32)  not null,
    state            varchar(32)  not null,
    owner_id         bigint       null,
    held             boolean      not null default false,
    -- Whether routing has been asked for an agent and has not answered yet.
    asking           boolean      not null default false,
    -- Who last sent a message or was forwarded to; null while nobody wrote.
    handler_id       bigint       null,
    forwarded_by     bigint       null,
    forward_note     varchar(500) null,
    opened_at        datetime(6)  not null,
    -- The last message of buyer or agent; system lines aside.
    last_talked_at   datetime(6)  not null,
    -- The last message, move of the read mark or change of owner: what the 30 minutes count from.
    updated_at       datetime(6)  not null,
    buyer_spoke_last boolean      not null,
    last_seq         bigint       not null,
    -- How many messages the buyer wrote, and up to which of them the owner has read.
    buyer_count      int          not null,
    read_count       int          not null,
    -- Up to which line the buyer's messages show as read to the buyer; never goes back.
    receipt_seq      bigint       not null,
    preview          varchar(200) not null,
    closed_at        datetime(6)  null,
    unread_owner     bigint generated always as (case when state = 'OPEN' and buyer_count > read_count then owner_id end) stored,
    read_due         datetime(6) generated always as (case when state = 'OPEN' and buyer_count <= read_count then updated_at end) stored,
    open_owner       bigint generated always as (case when state = 'OPEN' then owner_id end) stored,
    -- At most one conversation of a buyer is WAITING or OPEN: the last guard behind the buyer's row.
    open_buyer       bigint generated always as (case when state in ('WAITING', 'OPEN') then buyer_id end) stored,
    constraint webchat_conversation_one_open unique (open_buyer),
    key webchat_conversation_unread (enterprise_id, unread_owner),
    key webchat_conversation_open (enterprise_id, open_owner, last_talked_at, id),
    key webchat_conversation_due (read_due),
    key webchat_conversation_by_age (enterprise_id, id),
    key webchat_conversation_by_shop (enterprise_id, shop_id, id),
    key webchat_conversation_by_owner (enterprise_id, owner_id, id),
    key webchat_conversation_by_state (enterprise_id, state, id)
);

create table webchat_message (
    id              bigint       not null primary key,
    enterprise_id   bigint       not null,
    shop_id         bigint       not null,
    buyer_id        bigint       not null,
    conversation_id bigint       not null,
    -- 1, 2, 3 … within the conversation, without gaps: what messages are ordered by.
    seq             bigint       not null,
    -- How many of the buyer's messages there are up to this one, itself included.
    buyer_count     int          not null,
    sender          varchar(16)  not null,
    member_id       bigint       null,
    -- For lines that say where a conversation went.
    recipient_id    bigint       null,
    -- For system lines: which one; its words come from the message bundles.
    notice          varchar(32)  null,
    text            text         not null,
    card_type       varchar(16)  null,
    card_ref        varchar(128) null,
    card_title      varchar(200) null,
    external_id     varchar(128) character set utf8mb4 collate utf8mb4_bin null,
    -- What an agent's page calls its message, so that sending it twice stores it once.
    client_key      varchar(64)  character set utf8mb4 collate utf8mb4_bin null,
    at              datetime(6)  not null,
    -- When an agent first read the buyer's message.
    read_at         datetime(6)  null,
    constraint webchat_message_seq unique (conversation_id, seq),
    constraint webchat_message_external unique (shop_id, external_id),
    constraint webchat_message_client unique (conversation_id, client_key),
    key webchat_message_by_buyer (buyer_id, conversation_id, seq)
);

-- Who had a conversation once and gave it away: they may look at it later.
create table webchat_handled (
    member_id       bigint not null,
    conversation_id bigint not null,
    primary key (member_id, conversation_id)
);
