package dev.fenliu.analytics.domain;

import dev.fenliu.analytics.domain.Deed.Kind;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What stands behind a figure: all facts of one kind, or some of them. */
public enum Behind {
    OPENED(Kind.OPENED, null, null),
    NEW(Kind.OPENED, false, null),
    RETURNING(Kind.OPENED, true, null),
    LATE(Kind.OPENED, null, true),
    REPLIED(Kind.REPLIED, null, null),
    FIRST(Kind.REPLIED, true, null),
    CLOSED(Kind.CLOSED, null, null),
    BY_HAND(Kind.CLOSED, false, null),
    BY_SYSTEM(Kind.CLOSED, true, null),
    UNANSWERED(Kind.CLOSED, null, true),
    FORWARDED_IN(Kind.FORWARDED_IN, null, null),
    FORWARDED_OUT(Kind.FORWARDED_OUT, null, null),
    RATED(Kind.RATED, null, null);

    private final Kind kind;
    private final @Nullable Boolean aside;
    private final @Nullable Boolean missed;

    Behind(Kind kind, @Nullable Boolean aside, @Nullable Boolean missed) {
        this.kind = kind;
        this.aside = aside;
        this.missed = missed;
    }

    /** The one with that code, such as {@code by-hand}. */
    public static Optional<Behind> coded(@Nullable String code) {
        return Stream.of(values()).filter(it -> it.code().equals(code)).findFirst();
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Kind kind() {
        return kind;
    }

    /** What {@link Deed#aside} must be; null for whatever. */
    public @Nullable Boolean aside() {
        return aside;
    }

    /** What {@link Deed#missed} must be; null for whatever. */
    public @Nullable Boolean missed() {
        return missed;
    }

    public boolean includes(Deed deed) {
        return deed.kind() == kind
                && (aside == null || aside == deed.aside())
                && (missed == null || missed == deed.missed());
    }

    /** How many facts there are behind the figure, as it was counted. */
    public int figure(Tally tally) {
        return switch (this) {
            case OPENED -> tally.opened();
            case NEW -> tally.fromNewBuyers();
            case RETURNING -> tally.cameBack();
            case LATE -> tally.opened() - tally.inTime();
            case REPLIED -> tally.waits().count();
            case FIRST -> tally.first().count();
            case CLOSED -> tally.closed();
            case BY_HAND -> tally.closedByHand();
            case BY_SYSTEM -> tally.closedBySystem();
            case UNANSWERED -> tally.unanswered();
            case FORWARDED_IN -> tally.forwardedIn();
            case FORWARDED_OUT -> tally.forwardedOut();
            case RATED -> tally.ratings();
        };
    }

    /** All facts of the same kind. */
    public Behind whole() {
        return Stream.of(values()).filter(it -> it.kind == kind).findFirst().orElseThrow();
    }

    /** All facts of the kind, and the parts that are told apart. */
    public Stream<Behind> siblings() {
        return Stream.of(values()).filter(it -> it.kind == kind);
    }

    /** One for each kind. */
    public static Stream<Behind> wholes() {
        return Stream.of(values()).filter(it -> it == it.whole());
    }
}
