package dev.fenliu.accounts.domain;

import java.util.List;
import java.util.Locale;

/** What somebody signs in with, as their browser calls itself. */
public record Device(String agent) {
    private static final int LONGEST = 300;

    // Most name others too, to be taken for them: whoever is more particular comes first.
    private static final List<Mark> BROWSERS = List.of(
            new Mark("edg", "Edge"),
            new Mark("opr/", "Opera"),
            new Mark("samsungbrowser", "Samsung Internet"),
            new Mark("firefox", "Firefox"),
            new Mark("fxios", "Firefox"),
            new Mark("chrome", "Chrome"),
            new Mark("crios", "Chrome"),
            new Mark("safari", "Safari"));
    private static final List<Mark> SYSTEMS = List.of(
            new Mark("iphone", "iPhone"),
            new Mark("ipad", "iPad"),
            new Mark("android", "Android"),
            new Mark("windows", "Windows"),
            new Mark("mac os", "macOS"),
            new Mark("cros", "ChromeOS"),
            new Mark("linux", "Linux"));

    public Device {
        agent = agent.substring(0, Math.min(agent.length(), LONGEST));
    }

    /** Empty for a browser that does not say. */
    public String browser() {
        return Mark.found(BROWSERS, agent);
    }

    /** Empty for a browser that does not say. */
    public String system() {
        return Mark.found(SYSTEMS, agent);
    }

    private record Mark(String part, String name) {
        static String found(List<Mark> marks, String agent) {
            var words = agent.toLowerCase(Locale.ROOT);
            return marks.stream()
                    .filter(it -> words.contains(it.part))
                    .map(Mark::name)
                    .findFirst()
                    .orElse("");
        }
    }
}
