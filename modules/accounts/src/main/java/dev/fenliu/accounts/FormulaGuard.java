package dev.fenliu.accounts;

/**
 * Keeps text from becoming a formula in the spreadsheet of whoever opens a file: what begins like one is preceded by an
 * apostrophe, which spreadsheets take for "this is text".
 */
public final class FormulaGuard {
    private static final String STARTERS = "=+-@\t\r\n\0＝＋－＠";
    private static final char TEXT = '\'';

    private FormulaGuard() {}

    public static String guarded(String text) {
        return startsFormula(text) ? TEXT + text : text;
    }

    /** What {@link #guarded} made of it, taken back: for files that come in again. */
    public static String opened(String text) {
        return !text.isEmpty() && text.charAt(0) == TEXT && startsFormula(text.substring(1)) ? text.substring(1) : text;
    }

    private static boolean startsFormula(String text) {
        return !text.isEmpty() && STARTERS.indexOf(text.charAt(0)) >= 0;
    }
}
