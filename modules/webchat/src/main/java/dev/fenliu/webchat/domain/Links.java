package dev.fenliu.webchat.domain;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the addresses in what people write. Nothing but {@code http://} and {@code https://} with a plain host becomes a
 * link; whatever else looks like one stays text.
 */
public final class Links {
    // Only what an address may hold: a word in Chinese right behind it is not part of it, and neither is anything
    // invisible.
    private static final Pattern ADDRESS = Pattern.compile("(?i)\\bhttps?://[\\w.~:/?#\\[\\]@!$&'()*+,;=%-]+");
    private static final Pattern HOST = Pattern.compile("(?i)[a-z0-9]([a-z0-9.-]*[a-z0-9])?");
    private static final String ENDINGS = ".,:;!?'*";
    private static final int LONGEST = 2_000;

    private Links() {}

    /** The text in its order, without losing a character. */
    public static List<Piece> in(String text) {
        var pieces = new ArrayList<Piece>();
        var found = ADDRESS.matcher(text);
        var from = 0;
        while (found.find()) {
            var address = withoutPunctuation(found.group());
            var href = href(address);
            if (href != null) {
                if (found.start() > from) {
                    pieces.add(new Piece(text.substring(from, found.start()), null));
                }
                pieces.add(new Piece(address, href));
                from = found.start() + address.length();
            }
        }
        if (from < text.length()) {
            pieces.add(new Piece(text.substring(from), null));
        }
        return List.copyOf(pieces);
    }

    /** The address itself if it may be followed: for an address that stands alone. */
    public static @Nullable String href(String address) {
        if (address.length() > LONGEST || !ADDRESS.matcher(address).matches()) {
            return null;
        }
        try {
            var uri = new URI(address);
            var plain = uri.getRawUserInfo() == null
                    && uri.getHost() != null
                    && HOST.matcher(uri.getHost()).matches();
            return plain ? address : null;
        } catch (URISyntaxException noAddress) {
            return null;
        }
    }

    private static String withoutPunctuation(String found) {
        var end = found.length();
        while (end > 0 && (ENDINGS.indexOf(found.charAt(end - 1)) >= 0 || closesNothing(found, end))) {
            end--;
        }
        return found.substring(0, end);
    }

    private static boolean closesNothing(String found, int end) {
        var rest = found.substring(0, end);
        return rest.endsWith(")")
                && rest.chars().filter(it -> it == '(').count()
                        < rest.chars().filter(it -> it == ')').count();
    }
}
