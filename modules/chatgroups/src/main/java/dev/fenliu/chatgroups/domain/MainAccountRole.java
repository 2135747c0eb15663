package dev.fenliu.chatgroups.domain;

/** What the main account receives in a shop: the four rows of the handbook's table (主帳號聊聊分流說明). */
public enum MainAccountRole {
    /** Distribution is off: everything. */
    A,
    /** Not included: only what is forwarded to it. */
    B,
    /** Included, in no group: chats while every agent is offline. */
    C,
    /** Included and in a group: an agent like the others. */
    D
}
