package dev.fenliu.accounts.application;

import dev.fenliu.accounts.AccountEvent.AccessChanging;
import dev.fenliu.accounts.AccountEvent.MemberCreated;
import dev.fenliu.accounts.AccountEvent.MembersImported;
import dev.fenliu.accounts.Activity;
import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.Ids;
import dev.fenliu.accounts.LongWork;
import dev.fenliu.accounts.Refusal;
import dev.fenliu.accounts.domain.Authority;
import dev.fenliu.accounts.domain.EnterpriseSnapshot;
import dev.fenliu.accounts.domain.ImportCheck;
import dev.fenliu.accounts.domain.ImportCheck.Draft;
import dev.fenliu.accounts.domain.ImportRow;
import dev.fenliu.accounts.domain.Imports;
import dev.fenliu.accounts.domain.MemberImport;
import dev.fenliu.accounts.domain.Members;
import dev.fenliu.accounts.domain.Members.Secret;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Creates the members of a file, so many at a time: each line wholly or not at all, and none of them twice. */
@Service
public class ImportMembers implements LongWork {
    static final String KIND = "member-import";
    private static final int AT_ONCE = 50;

    private final Imports imports;
    private final CurrentSnapshots snapshots;
    private final Members members;
    private final Passwords passwords;
    private final Ids ids;
    private final ApplicationEventPublisher events;

    ImportMembers(
            Imports imports,
            CurrentSnapshots snapshots,
            Members members,
            Passwords passwords,
            Ids ids,
            ApplicationEventPublisher events) {
        this.imports = imports;
        this.snapshots = snapshots;
        this.members = members;
        this.passwords = passwords;
        this.ids = ids;
        this.events = events;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    @Transactional
    public boolean goOn(EnterpriseId enterprise, long job, Instant now) {
        var seen = imports.find(enterprise, job);
        if (seen.isEmpty()) return false;
        // The lane comes before everything else that is locked.
        events.publishEvent(new AccessChanging(seen.get().actor(), now));
        var file = imports.lock(enterprise, job).orElseThrow();
        if (!file.isRunning()) return false;
        var rows = imports.rows(enterprise, job, ImportRow.State.READY, AT_ONCE);
        if (rows.isEmpty()) {
            end(file, MemberImport.State.DONE, now);
            return false;
        }
        var before = snapshots.locked(enterprise);
        var check = new ImportCheck(new Authority(before, file.actor().member()));
        var done = new ArrayList<ImportRow>();
        var created = new ArrayList<Draft>();
        for (var row : rows) done.add(carryOut(row, file, check, created, now));
        imports.save(enterprise, job, done);
        var after = snapshots.changed(enterprise);
        created.forEach(it -> say(it, file.actor(), after, now));
        return true;
    }

    @Override
    @Transactional
    public void giveUp(EnterpriseId enterprise, long job, Instant now) {
        imports.lock(enterprise, job)
                .filter(MemberImport::isRunning)
                .ifPresent(it -> end(it, MemberImport.State.FAILED, now));
    }

    private ImportRow carryOut(ImportRow row, MemberImport file, ImportCheck check, List<Draft> created, Instant now) {
        try {
            var draft = check.draft(row, ids, now);
            var password = Objects.requireNonNull(file.secret()).passwordOf(row.line());
            var secret = new Secret(passwords.hashOnce(password), true);
            members.add(draft.member(), draft.login(), draft.contact(), secret, draft.grants());
            created.add(draft);
            return row.created();
        } catch (Refusal refusal) {
            return row.refused(refusal);
        }
    }

    private void say(Draft draft, Actor actor, EnterpriseSnapshot enterprise, Instant now) {
        var card = MemberCard.of(draft.member(), enterprise);
        events.publishEvent(
                new MemberCreated(actor.enterprise(), draft.member().id(), ManageMembers.created(actor, card), now));
    }

    private void end(MemberImport file, MemberImport.State how, Instant now) {
        imports.save(file.ended(how, now));
        var counts = imports.counts(file.enterprise(), file.id());
        var after = Map.of(
                "created", String.valueOf(counts.getOrDefault(ImportRow.State.CREATED, 0)),
                "refused", String.valueOf(counts.getOrDefault(ImportRow.State.REFUSED, 0)));
        var activity = new Activity(file.actor(), "members-imported", file.fileName(), null, Map.of(), after, now);
        events.publishEvent(new MembersImported(file.enterprise(), activity, now));
    }
}
