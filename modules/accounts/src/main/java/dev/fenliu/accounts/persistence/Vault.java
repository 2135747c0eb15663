package dev.fenliu.accounts.persistence;

import javax.crypto.SecretKey;
import org.springframework.security.crypto.encrypt.AesBytesEncryptor;
import org.springframework.security.crypto.encrypt.AesBytesEncryptor.CipherAlgorithm;
import org.springframework.security.crypto.keygen.KeyGenerators;
import org.springframework.stereotype.Component;

/**
 * Seals what the program must know again and nobody shall read in the database or its backups: AES-256 in Galois mode,
 * under a key that lies elsewhere.
 */
@Component
class Vault {
    private static final int NONCE_BYTES = 16;
    private static final int TAG_BYTES = 16;

    private final AesBytesEncryptor cipher;

    Vault(SecretKey key) {
        this.cipher = new AesBytesEncryptor(key, KeyGenerators.secureRandom(NONCE_BYTES), CipherAlgorithm.GCM);
    }

    byte[] seal(byte[] open) {
        return cipher.encrypt(open);
    }

    /** Throws {@link IllegalStateException} for what was sealed under another key, or has been tampered with. */
    byte[] open(byte[] sealed) {
        return cipher.decrypt(sealed);
    }

    /** How long so many bytes are when they are sealed. */
    static int sealedLength(int bytes) {
        return NONCE_BYTES + bytes + TAG_BYTES;
    }
}
