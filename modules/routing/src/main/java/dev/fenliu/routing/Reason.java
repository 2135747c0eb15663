package dev.fenliu.routing;

/** Which row of the rules decided (rules 2). */
public enum Reason {
    /** Row 0: distribution is off, the main account gets it. */
    DISTRIBUTION_OFF,
    /** Row 2a: the last handler is online. */
    LOYAL,
    /** Row 2b: held for the last handler, who has just gone offline. */
    LOYAL_HOLD,
    /** Row 3: least load in the groups of the source. */
    GROUP,
    /** Row 4: least load among everyone else available. */
    FALLBACK,
    /** Row 5: the main account, as nobody else is available. */
    MAIN_LAST,
    /** Row 6: somebody is online, but all are at the cap. */
    ALL_AT_CAP,
    /** Row 6: nobody who may answer is online. */
    NOBODY_ONLINE,
    /** Forwarded to a person. */
    FORWARDED_TO_MEMBER
}
