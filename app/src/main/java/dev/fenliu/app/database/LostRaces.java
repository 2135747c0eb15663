package dev.fenliu.app.database;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;
import org.springframework.stereotype.Component;

/** Knows MariaDB's "record has changed since last read" for what it is: a lost race, retried like a deadlock. */
@Component
class LostRaces extends SQLExceptionSubclassTranslator {
    private static final int RECORD_CHANGED = 1020;

    @Override
    protected @Nullable DataAccessException doTranslate(String task, @Nullable String sql, SQLException failure) {
        return failure.getErrorCode() == RECORD_CHANGED
                ? new CannotAcquireLockException(buildMessage(task, sql, failure), failure)
                : super.doTranslate(task, sql, failure);
    }
}
