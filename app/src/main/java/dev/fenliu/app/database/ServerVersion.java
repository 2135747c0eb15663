package dev.fenliu.app.database;

import java.util.regex.Pattern;

/** A database server by its own account: {@code 8.4.3} is a MySQL, {@code 11.4.5-MariaDB} is not. */
record ServerVersion(boolean mariaDb, int major, int minor) {
    private static final Pattern NUMBERS = Pattern.compile("(?:5\\.5\\.5-)?(\\d+)\\.(\\d+).*");

    static ServerVersion of(String text) {
        var numbers = NUMBERS.matcher(text);
        if (!numbers.matches()) {
            throw new IllegalArgumentException("no version of a database server: " + text);
        }
        return new ServerVersion(
                text.contains("MariaDB"), Integer.parseInt(numbers.group(1)), Integer.parseInt(numbers.group(2)));
    }

    boolean suffices() {
        return mariaDb ? atLeast(11, 4) : atLeast(8, 4);
    }

    private boolean atLeast(int wantedMajor, int wantedMinor) {
        return major > wantedMajor || (major == wantedMajor && minor >= wantedMinor);
    }
}
