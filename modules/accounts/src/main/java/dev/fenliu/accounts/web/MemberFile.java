package dev.fenliu.accounts.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.fenliu.accounts.FormulaGuard;
import dev.fenliu.accounts.domain.ImportRow;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Reads a table of members as spreadsheets write it: with commas, semicolons or tabs, in the order of its own headings. */
final class MemberFile {
    static final int MOST_LINES = 5_000;
    private static final List<Character> SEPARATORS = List.of(',', ';', '\t');
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** The columns, by the headings that they may have. */
    enum Column {
        LOGIN("login", "登入名稱"),
        NAME("name", "姓名"),
        EMAIL("email", "電子郵件"),
        PHONE("phone", "電話"),
        ROLES("roles", "角色");

        private final String english;
        private final String chinese;

        Column(String english, String chinese) {
            this.english = english;
            this.chinese = chinese;
        }

        String heading(Locale language) {
            return language.equals(Locale.ENGLISH) ? english : chinese;
        }

        static Stream<Column> called(String heading) {
            var wanted = heading.strip().toLowerCase(Locale.ROOT);
            return Stream.of(values()).filter(it -> it.english.equals(wanted) || it.chinese.equals(wanted));
        }
    }

    private MemberFile() {}

    static List<ImportRow> read(byte[] bytes) {
        if (bytes.length == 0) throw new FileMissing();
        var text = decoded(bytes);
        for (var separator : SEPARATORS) {
            var records = records(text, separator);
            var columns = columns(records.getFirst());
            if (columns.containsKey(Column.LOGIN) && columns.containsKey(Column.NAME)) return rows(records, columns);
        }
        throw new ColumnsMissing();
    }

    private static String decoded(byte[] bytes) {
        try {
            var text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException other) {
            throw new FileUnreadable();
        }
    }

    private static List<CsvRecord> records(String text, char separator) {
        var records = new ArrayList<CsvRecord>();
        try (var reader = CsvReader.builder()
                .fieldSeparator(separator)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            for (var line : reader) {
                if (records.size() > MOST_LINES) throw new FileTooLong(MOST_LINES);
                records.add(line);
            }
        } catch (CsvParseException | IOException broken) {
            throw new FileUnreadable();
        }
        if (records.isEmpty()) throw new FileMissing();
        return records;
    }

    private static Map<Column, Integer> columns(CsvRecord headings) {
        var columns = new EnumMap<Column, Integer>(Column.class);
        for (var index = 0; index < headings.getFieldCount(); index++) {
            var at = index;
            Column.called(headings.getField(index)).forEach(it -> columns.putIfAbsent(it, at));
        }
        return columns;
    }

    private static List<ImportRow> rows(List<CsvRecord> records, Map<Column, Integer> columns) {
        if (records.size() < 2) throw new FileMissing();
        return records.subList(1, records.size()).stream()
                .filter(it -> it.getFields().stream().anyMatch(cell -> !cell.isBlank()))
                .map(it -> ImportRow.typed(
                        Math.toIntExact(it.getStartingLineNumber()),
                        cell(it, columns, Column.LOGIN),
                        cell(it, columns, Column.NAME),
                        cell(it, columns, Column.EMAIL),
                        cell(it, columns, Column.PHONE),
                        cell(it, columns, Column.ROLES)))
                .toList();
    }

    private static String cell(CsvRecord line, Map<Column, Integer> columns, Column column) {
        var index = columns.getOrDefault(column, Integer.MAX_VALUE);
        return index < line.getFieldCount() ? FormulaGuard.opened(line.getField(index)) : "";
    }
}
