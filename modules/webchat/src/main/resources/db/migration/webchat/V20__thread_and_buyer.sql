-- Who may not write to the shop any more, since when and by whose decision.
alter table webchat_buyer
    add column blocked_at datetime(6) null,
    add column blocked_by bigint null;

alter table webchat_conversation
    -- The page that the chat began on, as the shop's side names it.
    add column page varchar(500) null,
    -- Whether the owner has been told that it ended unanswered.
    add column told boolean not null default false,
    add key webchat_conversation_by_buyer (buyer_id, id);

alter table webchat_conversation
    add column unanswered_owner bigint generated always as
        (case when state = 'CLOSED_UNANSWERED' and not told then owner_id end) virtual,
    add key webchat_conversation_unanswered (enterprise_id, unanswered_owner, id);

-- Whose messages carried a product or an order: found again without reading all that was said.
alter table webchat_message
    add column card_buyer bigint generated always as (case when card_ref is not null then buyer_id end) virtual,
    add key webchat_message_by_card (card_buyer, id);

-- What agents write down about a buyer of a shop, for one another.
create table webchat_buyer_note (
    id            bigint        not null primary key,
    enterprise_id bigint        not null,
    buyer_id      bigint        not null,
    author_id     bigint        not null,
    text          varchar(1000) not null,
    written_at    datetime(6)   not null,
    changed_at    datetime(6)   null,
    key webchat_buyer_note_by_buyer (buyer_id, id)
);

-- What a buyer thought of a conversation when it had ended.
create table webchat_rating (
    conversation_id bigint        not null primary key,
    enterprise_id   bigint        not null,
    score           tinyint       not null,
    comment         varchar(1000) not null,
    at              datetime(6)   not null
);

-- Answers kept ready: a shop's own, or one member's for every shop.
create table webchat_quick_reply (
    id            bigint        not null primary key,
    enterprise_id bigint        not null,
    shop_id       bigint        null,
    member_id     bigint        null,
    title         varchar(60)   not null,
    text          varchar(2000) not null,
    key webchat_quick_reply_by_shop (enterprise_id, shop_id, id),
    key webchat_quick_reply_by_member (enterprise_id, member_id, id)
);
