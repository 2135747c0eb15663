package dev.fenliu.accounts.web;

import static java.util.stream.Collectors.joining;

import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.CsvFiles;
import dev.fenliu.accounts.application.KeepActivity;
import dev.fenliu.accounts.application.KeepActivity.Entry;
import dev.fenliu.accounts.web.ActivityWords.Changed;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 活動紀錄: who changed what, looked for and leafed through by the address, and taken along as a file. */
@Controller
@RequestMapping("/platform/activity")
class ActivityPage {
    private static final int SIZE = 50;
    private static final int AT_ONCE = 500;
    private static final int MOST_EXPORTED = 50_000;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private final KeepActivity activity;
    private final ActivityWords words;
    private final CsvFiles files;
    private final MessageSource messages;

    ActivityPage(KeepActivity activity, ActivityWords words, CsvFiles files, MessageSource messages) {
        this.activity = activity;
        this.words = words;
        this.files = files;
        this.messages = messages;
    }

    @GetMapping
    String show(Actor actor, @RequestParam Map<String, String> parameters, Locale language, Model model) {
        var address = ActivityAddress.of(parameters);
        var page = activity.page(actor, address.filter(activity.zone(actor)), SIZE);
        model.addAttribute("address", address);
        model.addAttribute(
                "rows", page.entries().stream().map(it -> row(it, language)).toList());
        model.addAttribute(
                "older",
                page.more() ? address.before(page.entries().getLast().line().id()) : null);
        model.addAttribute("most", MOST_EXPORTED);
        model.addAttribute(
                "members",
                page.members().stream()
                        .map(it -> new Named(it.id().toString(), it.name()))
                        .toList());
        model.addAttribute(
                "shops",
                page.shops().stream()
                        .map(it -> new Named(it.id().toString(), it.name()))
                        .toList());
        model.addAttribute(
                "actions",
                page.actions().stream()
                        .map(it -> new Named(it, words.action(it, language)))
                        .sorted(Comparator.comparing(Named::name))
                        .toList());
        return "accounts/activity";
    }

    /** The same lines as a table for a spreadsheet. */
    @GetMapping("/export")
    void export(
            Actor actor, @RequestParam Map<String, String> parameters, Locale language, HttpServletResponse response)
            throws IOException {
        var zone = activity.zone(actor);
        var filter = ActivityAddress.of(parameters).filter(zone);
        response.setContentType(CsvFiles.MEDIA_TYPE);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"activity.csv\"");
        try (var file = files.to(response.getOutputStream())) {
            file.line(Stream.of("when", "who", "address", "action", "subject", "where", "changes")
                    .map(it -> messages.getMessage("activities." + it, null, language))
                    .toList());
            for (var left = MOST_EXPORTED; left > 0; left -= AT_ONCE) {
                var entries = activity.entries(actor, filter, AT_ONCE);
                for (var entry : entries) file.line(cells(row(entry, language), zone));
                if (entries.size() < AT_ONCE) return;
                filter = filter.below(entries.getLast().line().id());
            }
        }
    }

    private static List<String> cells(Row row, ZoneId zone) {
        return List.of(
                TIME.format(row.at().atZone(zone)),
                row.who(),
                row.address(),
                row.action(),
                row.subject(),
                row.shop(),
                row.changes().stream().map(Changed::inOneLine).collect(joining("; ")));
    }

    private Row row(Entry entry, Locale language) {
        var line = entry.line();
        return new Row(
                line.at(),
                line.actor(),
                line.member() == null,
                line.address(),
                words.action(line.action(), language),
                line.subject(),
                entry.shop(),
                words.changes(line, language));
    }

    /**
     * A line in the reader's words.
     *
     * @param program whether it was done with an API token or by the program itself
     */
    record Row(
            Instant at,
            String who,
            boolean program,
            String address,
            String action,
            String subject,
            String shop,
            List<Changed> changes) {}
}
