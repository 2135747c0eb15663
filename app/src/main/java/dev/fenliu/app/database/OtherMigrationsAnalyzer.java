package dev.fenliu.app.database;

import org.flywaydb.core.api.exception.FlywayValidateException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what to do with a database whose tables were made by other migrations than ours. */
class OtherMigrationsAnalyzer extends AbstractFailureAnalyzer<FlywayValidateException> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, FlywayValidateException cause) {
        return new FailureAnalysis(
                "The tables of the database were made by a version of Fenliu that has other migrations than this one.",
                "Start that version, or begin with an empty database: another schema, or another directory by FENLIU_DATA_DIR.",
                cause);
    }
}
