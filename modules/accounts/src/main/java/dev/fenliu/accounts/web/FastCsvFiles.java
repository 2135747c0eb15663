package dev.fenliu.accounts.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.fenliu.accounts.CsvFiles;
import dev.fenliu.accounts.FormulaGuard;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class FastCsvFiles implements CsvFiles {
    /** Without it a spreadsheet takes Chinese for Latin letters. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    @Override
    public CsvFile to(OutputStream out) {
        try {
            var text = new OutputStreamWriter(out, UTF_8);
            text.write(BYTE_ORDER_MARK);
            return new Written(text, CsvWriter.builder().build(text));
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }

    private record Written(Writer text, CsvWriter csv) implements CsvFile {
        @Override
        public void line(List<String> cells) {
            csv.writeRecord(cells.stream().map(FormulaGuard::guarded).toList());
        }

        @Override
        public void close() {
            try {
                csv.close();
            } catch (IOException lost) {
                throw new UncheckedIOException(lost);
            }
        }
    }
}
