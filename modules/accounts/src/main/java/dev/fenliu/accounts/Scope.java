package dev.fenliu.accounts;

/** The part of the HTTP API that a token opens. */
public enum Scope {
    /** Everything, also what is yet to come. */
    ALL,
    /** Members and roles. */
    MEMBERS,
    /** Shops. */
    SHOPS,
    /** Chat groups and distribution. */
    CHAT_GROUPS,
    /** Buyers' messages, conversations, presence and the staging area. */
    CHATS,
    /** Performance data. */
    PERFORMANCE,
    /** The activity log. */
    ACTIVITY,
    /** Webhooks and their deliveries. */
    WEBHOOKS
}
