package dev.fenliu.routing;

/** Why a decision was taken at that moment (rules 2). */
public enum Trigger {
    /** A buyer's message started a conversation. */
    MESSAGE,
    /** A buyer wrote to a conversation whose owner is gone. */
    OWNER_GONE,
    /** A hold for the last handler ended. */
    HOLD_EXPIRED,
    /** Somebody can take chats who could not before. */
    AGENT_AVAILABLE,
    /** The owner lost the right to answer. */
    ACCESS_LOST,
    /** Distribution was switched. */
    DISTRIBUTION_CHANGED,
    /** The owner forwarded it (轉發). */
    FORWARDED,
    /** Somebody with that permission moved it (改派). */
    REASSIGNED
}
