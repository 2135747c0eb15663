package dev.fenliu.webhooks.domain;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/** Where a webhook leads: an http or https address of a host, without a sign-in in it. */
public record HookAddress(String value) {
    private static final int LONGEST = 2_000;
    private static final int HIGHEST_PORT = 65_535;
    private static final Set<String> SCHEMES = Set.of("http", "https");

    public HookAddress {
        value = value.strip();
        if (value.length() > LONGEST || !fits(value)) throw new AddressUnfit();
    }

    public URI uri() {
        return URI.create(value);
    }

    private static boolean fits(String value) {
        try {
            var uri = new URI(value).parseServerAuthority();
            return uri.getScheme() != null
                    && SCHEMES.contains(uri.getScheme().toLowerCase(Locale.ROOT))
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawFragment() == null
                    && uri.getPort() != 0
                    && uri.getPort() <= HIGHEST_PORT
                    && value.equals(uri.toASCIIString());
        } catch (URISyntaxException malformed) {
            return false;
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
