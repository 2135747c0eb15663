package dev.fenliu.webchat.domain;

/** Which of an agent's open conversations the desk lists. */
public enum DeskFilter {
    ALL,
    UNREAD
}
