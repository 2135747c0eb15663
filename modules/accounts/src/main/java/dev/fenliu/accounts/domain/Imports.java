package dev.fenliu.accounts.domain;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.MemberId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The imports as they are stored. */
public interface Imports {
    /** Takes the place of those that the same member never started. */
    void add(MemberImport file, List<ImportRow> rows);

    Optional<MemberImport> find(EnterpriseId enterprise, long id);

    /** Keeps everybody else from going on with it until the transaction ends. */
    Optional<MemberImport> lock(EnterpriseId enterprise, long id);

    void save(MemberImport file);

    /** In the order of the file. */
    List<ImportRow> rows(EnterpriseId enterprise, long id, ImportRow.State state, int limit);

    /** All of them, in the order of the file. */
    List<ImportRow> rows(EnterpriseId enterprise, long id);

    /** Keeps what became of them. One batch. */
    void save(EnterpriseId enterprise, long id, List<ImportRow> rows);

    /** Of those that ended before that instant, nobody's password can be made again; those not started by then are gone. */
    void forget(Instant before);

    Map<ImportRow.State, Integer> counts(EnterpriseId enterprise, long id);

    /** The latest first. */
    List<MemberImport> of(EnterpriseId enterprise, MemberId member, int limit);
}
