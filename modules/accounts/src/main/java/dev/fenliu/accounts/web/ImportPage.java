package dev.fenliu.accounts.web;

import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.CsvFiles;
import dev.fenliu.accounts.Refusal;
import dev.fenliu.accounts.application.BeginImport;
import dev.fenliu.accounts.application.BeginImport.Result;
import dev.fenliu.accounts.domain.ImportRow.Problem;
import dev.fenliu.accounts.web.MemberFile.Column;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Many members at once, from a file: looked through, begun, watched, and the passwords handed over once. */
@Controller
@RequestMapping("/platform/members/imports")
class ImportPage {
    private static final int LONGEST_NAME = 200;

    private final BeginImport imports;
    private final CsvFiles files;
    private final MessageSource messages;
    private final Clock clock;

    ImportPage(BeginImport imports, CsvFiles files, MessageSource messages, Clock clock) {
        this.imports = imports;
        this.files = files;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/new")
    String begin(Actor actor, Model model) {
        model.addAttribute("last", imports.last(actor));
        model.addAttribute("most", MemberFile.MOST_LINES);
        return "accounts/import-new";
    }

    /** What the table looks like: its headings and one line. */
    @GetMapping("/template")
    void template(Locale language, HttpServletResponse response) throws IOException {
        download(response, "members.csv");
        try (var file = files.to(response.getOutputStream())) {
            file.line(Stream.of(Column.values()).map(it -> it.heading(language)).toList());
            file.line(List.of("amy", "Amy", "amy@example.com", "0912345678", "聊聊客服@*"));
        }
    }

    @PostMapping
    String check(
            Actor actor,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect)
            throws IOException {
        try {
            if (file == null) throw new FileMissing();
            var rows = MemberFile.read(file.getBytes());
            redirect.addAttribute("id", Long.toUnsignedString(imports.check(actor, name(file), rows, clock.instant())));
            return "redirect:/platform/members/imports/{id}";
        } catch (Refusal refusal) {
            var problem = FormProblem.of(refusal);
            model.addAttribute("problem", problem);
            problem.answer(response);
            return begin(actor, model);
        }
    }

    @GetMapping("/{id}")
    String show(Actor actor, @PathVariable long id, Locale language, Model model) {
        var progress = imports.of(actor, id);
        model.addAttribute("progress", progress);
        model.addAttribute(
                "problems",
                progress.problems().stream()
                        .map(it -> new Refused(it.line(), it.login(), it.name(), words(it.problem(), language)))
                        .toList());
        return "accounts/import";
    }

    @PostMapping("/{id}/start")
    String start(Actor actor, @PathVariable long id) {
        imports.start(actor, id);
        return "redirect:/platform/members/imports/{id}";
    }

    @PostMapping("/{id}/passwords")
    void handOver(Actor actor, @PathVariable long id, Locale language, HttpServletResponse response)
            throws IOException {
        var results = imports.handOver(actor, id);
        download(response, "members-result.csv");
        try (var file = files.to(response.getOutputStream())) {
            file.line(Stream.of("line", "login", "name", "result", "password")
                    .map(it -> messages.getMessage("import.column." + it, null, language))
                    .toList());
            for (var each : results) file.line(cells(each, language));
        }
    }

    private List<String> cells(Result result, Locale language) {
        var row = result.row();
        var password = result.password();
        var said = row.problem() == null
                ? messages.getMessage(password == null ? "import.row.waits" : "import.row.created", null, language)
                : words(row.problem(), language);
        return List.of(
                String.valueOf(row.line()),
                password == null ? row.login() : result.login(),
                row.name(),
                said,
                password == null ? "" : password.value());
    }

    private String words(@Nullable Problem problem, Locale language) {
        if (problem == null) return "";
        var about = problem.about();
        return messages.getMessage("refusal." + problem.code(), new Object[] {about == null ? "" : about}, language);
    }

    private static String name(MultipartFile file) {
        var name = file.getOriginalFilename();
        var known = name == null || name.isBlank() ? "members.csv" : name.replaceAll("\\p{Cntrl}", " ");
        return known.substring(0, Math.min(known.length(), LONGEST_NAME));
    }

    private static void download(HttpServletResponse response, String name) {
        response.setContentType(CsvFiles.MEDIA_TYPE);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
    }

    /** A line that is refused, and why. */
    record Refused(int line, String login, String name, String why) {}
}
