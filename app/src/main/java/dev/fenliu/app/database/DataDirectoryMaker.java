package dev.fenliu.app.database;

import org.springframework.stereotype.Component;

/** Sees to the data directory at every start: sessions are kept there, whichever database serves. */
@Component
class DataDirectoryMaker {
    DataDirectoryMaker(DataDirectory directory) {
        directory.create();
    }
}
