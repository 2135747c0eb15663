package dev.fenliu.webchat.domain;

/** Which of an agent's open conversations the desk lists. */
public enum DeskFilter {
    /** 全部. */
    ALL,
    /** 未讀: with a message that the agent has not read. */
    UNREAD,
    /** 待回覆: the buyer spoke last. */
    AWAITING,
    /** 轉寄: handed over by somebody, and not answered since. */
    FORWARDED
}
