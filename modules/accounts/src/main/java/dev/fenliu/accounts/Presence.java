package dev.fenliu.accounts;

/** Whether an agent is at work (在線狀態, rules 4). */
public enum Presence {
    /** 在線: a desk is connected, new chats may come. */
    ONLINE,
    /** 掛斷: a desk is connected, but the agent takes no new chats. */
    HIDDEN,
    /** 離線: no desk has been connected for a while. */
    OFFLINE
}
