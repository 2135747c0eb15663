package dev.fenliu.accounts.web;

import io.nayuki.qrcodegen.QrCode;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A QR code as the outline of its dark squares, in an SVG of {@code size} by {@code size}. */
record QrPath(int size, String outline) {
    private static final int MARGIN = 4;

    static QrPath of(String text) {
        var code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        var outline = IntStream.range(0, code.size * code.size)
                .filter(at -> code.getModule(at % code.size, at / code.size))
                .mapToObj(at -> "M%d,%dh1v1h-1z".formatted(at % code.size + MARGIN, at / code.size + MARGIN))
                .collect(Collectors.joining());
        return new QrPath(code.size + 2 * MARGIN, outline);
    }
}
