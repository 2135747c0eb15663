package dev.fenliu.accounts.application;

import static dev.fenliu.accounts.Permission.MANAGE_MEMBERS;

import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.Ids;
import dev.fenliu.accounts.Jobs;
import dev.fenliu.accounts.NotAllowed;
import dev.fenliu.accounts.Permissions;
import dev.fenliu.accounts.Refusal;
import dev.fenliu.accounts.domain.Authority;
import dev.fenliu.accounts.domain.ImportCheck;
import dev.fenliu.accounts.domain.ImportRow;
import dev.fenliu.accounts.domain.ImportSecret;
import dev.fenliu.accounts.domain.Imports;
import dev.fenliu.accounts.domain.MemberImport;
import dev.fenliu.accounts.domain.NothingToImport;
import dev.fenliu.accounts.domain.OncePassword;
import dev.fenliu.accounts.domain.PasswordsHandedOver;
import dev.fenliu.accounts.domain.UnknownImport;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A file of members: looked through, begun, watched, and its passwords handed over to whoever began it. */
@Service
public class BeginImport {
    private static final int LAST = 5;
    private static final int SHOWN = 100;

    private final Imports imports;
    private final CurrentSnapshots snapshots;
    private final Permissions permissions;
    private final Jobs jobs;
    private final Ids ids;

    BeginImport(Imports imports, CurrentSnapshots snapshots, Permissions permissions, Jobs jobs, Ids ids) {
        this.imports = imports;
        this.snapshots = snapshots;
        this.permissions = permissions;
        this.jobs = jobs;
        this.ids = ids;
    }

    /** Says of each line what the form would say, and creates nobody yet. */
    @Transactional
    public long check(Actor actor, String fileName, List<ImportRow> rows, Instant now) {
        requireManager(actor);
        var check = new ImportCheck(new Authority(snapshots.of(actor.enterprise()), actor.me()));
        var checked = rows.stream().map(it -> checked(it, check, now)).toList();
        var file = new MemberImport(
                ids.next(), actor, fileName, MemberImport.State.CHECKED, ImportSecret.random(), now, null);
        imports.add(file, checked);
        return file.id();
    }

    @Transactional
    public void start(Actor actor, long id) {
        requireManager(actor);
        var file = imports.lock(actor.enterprise(), id)
                .filter(it -> it.isOf(actor.me()))
                .orElseThrow(UnknownImport::new);
        // Pressed twice: it is under way already.
        if (file.state() != MemberImport.State.CHECKED) return;
        if (!imports.counts(actor.enterprise(), id).containsKey(ImportRow.State.READY)) throw new NothingToImport();
        imports.save(file.started());
        jobs.start(ImportMembers.KIND, actor.enterprise(), id);
    }

    @Transactional(readOnly = true)
    public Progress of(Actor actor, long id) {
        requireManager(actor);
        var file = own(actor, id);
        var counts = imports.counts(actor.enterprise(), id);
        return new Progress(
                file,
                counts.getOrDefault(ImportRow.State.READY, 0),
                counts.getOrDefault(ImportRow.State.CREATED, 0),
                counts.getOrDefault(ImportRow.State.REFUSED, 0),
                imports.rows(actor.enterprise(), id, ImportRow.State.REFUSED, SHOWN),
                file.state() == MemberImport.State.CHECKED
                        ? imports.rows(actor.enterprise(), id, ImportRow.State.READY, SHOWN)
                        : List.of());
    }

    /**
     * How far an import is.
     *
     * @param ready lines that wait
     * @param problems the first of the refused lines
     * @param next the first of those that wait, before it begins
     */
    public record Progress(
            MemberImport file, int ready, int created, int refused, List<ImportRow> problems, List<ImportRow> next) {
        public int lines() {
            return ready + created + refused;
        }

        public int done() {
            return created + refused;
        }
    }

    /** The asker's own, the latest first. */
    @Transactional(readOnly = true)
    public List<MemberImport> last(Actor actor) {
        requireManager(actor);
        return imports.of(actor.enterprise(), actor.me(), LAST);
    }

    /** What became of every line, with the passwords, which from now on nobody knows. Throws {@link PasswordsHandedOver}. */
    @Transactional
    public List<Result> handOver(Actor actor, long id) {
        requireManager(actor);
        var file = imports.lock(actor.enterprise(), id)
                .filter(it -> it.isOf(actor.me()) && it.isOver())
                .orElseThrow(UnknownImport::new);
        var secret = file.secret();
        if (secret == null) throw new PasswordsHandedOver();
        imports.save(file.handedOver());
        var code = snapshots.of(actor.enterprise()).enterprise().code();
        return imports.rows(actor.enterprise(), id).stream()
                .map(it -> new Result(
                        it,
                        code + ":" + it.login(),
                        it.state() == ImportRow.State.CREATED ? secret.passwordOf(it.line()) : null))
                .toList();
    }

    /** What became of a line. */
    public record Result(
            ImportRow row, String login, @Nullable OncePassword password) {}

    private ImportRow checked(ImportRow row, ImportCheck check, Instant now) {
        try {
            check.draft(row, ids, now);
            return row;
        } catch (Refusal refusal) {
            return row.refused(refusal);
        }
    }

    private MemberImport own(Actor actor, long id) {
        return imports.find(actor.enterprise(), id)
                .filter(it -> it.isOf(actor.me()))
                .orElseThrow(UnknownImport::new);
    }

    private void requireManager(Actor actor) {
        if (!permissions.allowSomewhere(actor, MANAGE_MEMBERS)) throw new NotAllowed();
    }
}
