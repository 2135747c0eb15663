package dev.fenliu.accounts.domain;

import java.util.regex.Pattern;

/** Text that people type on one line. */
final class Line {
    // The same as the annotation of the forms; possessive, so that a long text costs no more than reading it once.
    private static final Pattern FORM = Pattern.compile("\\p{Zs}*+[^\\p{Z}\\p{Cntrl}][^\\p{Cntrl}]*+");

    private Line() {}

    static boolean fits(String text, int longest) {
        return text.length() <= longest && FORM.matcher(text).matches();
    }
}
