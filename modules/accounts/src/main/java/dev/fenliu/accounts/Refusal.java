package dev.fenliu.accounts;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A wish that the rules refuse: what is wrong, in a word for programs and a sentence for people. The message bundles hold
 * the sentence under {@code refusal.<code>}. Each module has its own sealed family of refusals below this one.
 */
public abstract class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What kind of answer a refusal is; composition maps it to a status. */
    public enum Kind {
        /** There is no such thing, or none that the asker may know of (404). */
        UNKNOWN,
        /** The asker may not do that (403). */
        FORBIDDEN,
        /** It cannot be done in the present state (409). */
        CONFLICT,
        /** What was sent makes no sense (422). */
        INVALID,
        /** Too often (429). */
        TOO_MANY
    }

    private final Kind kind;
    private final String code;
    private @Nullable String field;
    private final transient List<Object> arguments;

    protected Refusal(Kind kind, String code, @Nullable String field, Object... arguments) {
        super(code, null, false, false);
        this.kind = kind;
        this.code = code;
        this.field = field;
        this.arguments = List.of(arguments);
    }

    /**
     * Makes a part of something larger. What is refused of it is about the whole as well: {@code groups[1]} and
     * {@code name} are {@code groups[1].name}.
     */
    public static <T> T within(String whole, Supplier<T> part) {
        try {
            return part.get();
        } catch (Refusal refusal) {
            refusal.field = refusal.field == null ? whole : whole + "." + refusal.field;
            throw refusal;
        }
    }

    public Kind kind() {
        return kind;
    }

    /** Such as {@code target-not-online}; part of the API. */
    public String code() {
        return code;
    }

    /** The field that the refusal is about; null when it is about the whole. */
    public @Nullable String field() {
        return field;
    }

    /** What the sentence mentions, in the order of its placeholders. */
    public List<Object> arguments() {
        return arguments;
    }
}
