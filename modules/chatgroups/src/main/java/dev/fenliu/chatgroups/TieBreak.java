package dev.fenliu.chatgroups;

/** Who of several equally loaded agents gets the chat; then the smaller id. */
public enum TieBreak {
    /** Whose account was created first. */
    OLDEST_ACCOUNT,
    /** Who was assigned a conversation longest ago. */
    LEAST_RECENTLY_ASSIGNED
}
