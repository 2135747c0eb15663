package dev.fenliu.app.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fenliu.app.FenliuTest;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;

@FenliuTest
class LostRacesTests {
    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void aRecordThatChangedMeanwhileIsALostRace() {
        assertThat(translated(new SQLException("Record has changed since last read", "HY000", 1020)))
                .isInstanceOf(CannotAcquireLockException.class);
    }

    @Test
    void otherFailuresAreCalledWhatTheyWere() {
        assertThat(translated(new SQLIntegrityConstraintViolationException("Duplicate entry", "23000", 1062)))
                .isInstanceOf(DuplicateKeyException.class);
    }

    private @Nullable Exception translated(SQLException failure) {
        return jdbc.getExceptionTranslator().translate("insert", null, failure);
    }
}
