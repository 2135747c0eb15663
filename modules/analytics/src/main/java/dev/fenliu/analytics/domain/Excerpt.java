package dev.fenliu.analytics.domain;

import dev.fenliu.analytics.domain.Deed.Kind;

/**
 * A part of a long list.
 *
 * @param skip how many come before it
 * @param most how many it has, at most
 */
public record Excerpt(Order order, int skip, int most) {
    /** In which order the list is. */
    public enum Order {
        NEWEST,
        /** The longest waits first. */
        LONGEST,
        /** The fewest stars first. */
        LOWEST;

        /** Whether facts of that kind have what they would be put in order by. */
        public boolean fits(Kind kind) {
            return switch (this) {
                case NEWEST -> true;
                case LONGEST -> kind == Kind.REPLIED;
                case LOWEST -> kind == Kind.RATED;
            };
        }
    }
}
