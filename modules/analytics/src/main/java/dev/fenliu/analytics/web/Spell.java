package dev.fenliu.analytics.web;

/** A length of time in the one or two units that tell it; the key names its words. */
record Spell(String key, long large, long small) {
    static Spell of(int seconds) {
        if (seconds < 60) {
            return new Spell("performance.spell.seconds", seconds, 0);
        }
        if (seconds < 3_600) {
            return new Spell("performance.spell.minutes", seconds / 60, seconds % 60);
        }
        return new Spell("performance.spell.hours", seconds / 3_600, seconds % 3_600 / 60);
    }
}
