package dev.fenliu.chatgroups.application;

/** What becomes of a change that would leave distribution on with nobody in the groups. */
public enum LastMember {
    /** It is refused, so that somebody can be asked first. */
    ASK_FIRST,
    /** It is made, and distribution turns off. */
    TURN_OFF
}
