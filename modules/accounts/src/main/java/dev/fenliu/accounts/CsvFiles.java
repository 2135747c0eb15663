package dev.fenliu.accounts;

import java.io.OutputStream;
import java.util.List;

/**
 * Writes tables as files that every spreadsheet reads: UTF-8 with its mark, quoted where needed, and each cell through
 * the {@link FormulaGuard}. What leaves the program as CSV leaves it here.
 */
public interface CsvFiles {
    String MEDIA_TYPE = "text/csv;charset=UTF-8";

    /** Begins a file; closing it closes the stream as well. */
    CsvFile to(OutputStream out);

    /** A file that is being written, line by line. */
    interface CsvFile extends AutoCloseable {
        void line(List<String> cells);

        /** Throws {@link java.io.UncheckedIOException} like {@link #line}, when nobody takes the rest. */
        @Override
        void close();
    }
}
