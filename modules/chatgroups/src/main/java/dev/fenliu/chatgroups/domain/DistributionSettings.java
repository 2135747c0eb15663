package dev.fenliu.chatgroups.domain;

import dev.fenliu.chatgroups.TieBreak;

/**
 * The settings that a shop's chats are distributed by.
 *
 * @param includeMain 在聊聊分組中加入主帳號
 * @param cap the unread conversations over all shops at which an agent takes no more
 */
public record DistributionSettings(boolean enabled, boolean includeMain, int cap, TieBreak tieBreak) {
    /** Of a shop that never was set up. */
    public static final DistributionSettings DEFAULT =
            new DistributionSettings(false, false, 100, TieBreak.OLDEST_ACCOUNT);

    private static final int LEAST_CAP = 1;
    private static final int MOST_CAP = 1000;

    public DistributionSettings {
        if (cap < LEAST_CAP || cap > MOST_CAP) throw new CapOutOfRange(LEAST_CAP, MOST_CAP);
    }

    /** Reads a cap as somebody typed it. */
    public static int capFrom(String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException noNumber) {
            throw new CapOutOfRange(LEAST_CAP, MOST_CAP);
        }
    }

    DistributionSettings turned(boolean on) {
        return new DistributionSettings(on, includeMain, cap, tieBreak);
    }

    DistributionSettings withoutMain() {
        return new DistributionSettings(enabled, false, cap, tieBreak);
    }
}
