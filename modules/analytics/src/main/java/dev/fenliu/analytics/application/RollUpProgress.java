package dev.fenliu.analytics.application;

/** How many days are put together of those that are over for good. */
public record RollUpProgress(long done, long all) {
    public boolean complete() {
        return done >= all;
    }

    public long percent() {
        return all == 0 ? 100 : done * 100 / all;
    }
}
