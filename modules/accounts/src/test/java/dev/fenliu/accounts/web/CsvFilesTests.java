package dev.fenliu.accounts.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import dev.fenliu.accounts.FormulaGuard;
import java.io.ByteArrayOutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFilesTests {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+886912345678",
                "-1",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "\n=1",
                "\0=1",
                "＝1",
                "＋1",
                "－1",
                "＠x",
                "=",
                "=cmd|' /C calc'!A0",
                "=\"a,b\"\r\nc"
            })
    void whatBeginsLikeAFormulaIsWrittenAsTextAndComesBackAsItWas(String text) {
        var read = readBack(written(List.of(text, "b"))).getFirst();

        assertThat(read).startsWith("'");
        assertThat(FormulaGuard.opened(read)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Amy", "a=b", "'quoted'", "王小明, \"Amy\"\r\nChen", "0912", " =1", "'"})
    void everythingElseStaysAsItIs(String text) {
        var read = readBack(written(List.of(text, "b"))).getFirst();

        assertThat(read).isEqualTo(text);
        assertThat(FormulaGuard.opened(read)).isEqualTo(text);
    }

    @Test
    void aFileBeginsWithTheMarkThatTellsSpreadsheetsItsCharacters() {
        assertThat(written(List.of("成員"))).startsWith(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
    }

    private static byte[] written(List<String> line) {
        var bytes = new ByteArrayOutputStream();
        try (var file = new FastCsvFiles().to(bytes)) {
            file.line(line);
        }
        return bytes.toByteArray();
    }

    private static List<String> readBack(byte[] file) {
        var text = new String(file, UTF_8).substring(1);
        return CsvReader.builder().ofCsvRecord(text).stream()
                .findFirst()
                .orElseThrow()
                .getFields();
    }
}
