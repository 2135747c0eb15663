package dev.fenliu.analytics.web;

import dev.fenliu.accounts.CsvFiles;
import dev.fenliu.accounts.CsvFiles.CsvFile;
import java.util.Locale;
import java.util.function.Consumer;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Figures to take along: files with the words of the pages at the head of their columns. */
@Component
class FigureFiles {
    private final CsvFiles files;
    private final MessageSource words;

    FigureFiles(CsvFiles files, MessageSource words) {
        this.files = files;
        this.words = words;
    }

    /** The answer that is saved under that name. */
    ResponseEntity.BodyBuilder named(String name) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(CsvFiles.MEDIA_TYPE))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"%s\"".formatted(name));
    }

    StreamingResponseBody of(Consumer<CsvFile> lines) {
        return out -> {
            try (var file = files.to(out)) {
                lines.accept(file);
            }
        };
    }

    String word(String key, Locale locale) {
        return words.getMessage(key, null, locale);
    }

    String head(Metric metric, Locale locale) {
        return metric.head(words, locale);
    }

    String inSeconds(String key, Locale locale) {
        return words.getMessage("statistics.in-seconds", new Object[] {word(key, locale)}, locale);
    }
}
