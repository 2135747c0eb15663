package dev.fenliu.accounts.persistence;

import javax.crypto.SecretKey;
import org.springframework.security.crypto.encrypt.AesGcmBytesEncryptor;
import org.springframework.security.crypto.encrypt.BytesEncryptor;
import org.springframework.stereotype.Component;

/**
 * Seals what the program must know again and nobody shall read in the database or its backups: AES-256 in Galois mode,
 * under a key that lies elsewhere.
 */
@Component
class Vault {
    /** Nonce, tag and one byte: whatever is shorter was never sealed. */
    static final int SHORTEST = 12 + 16 + 1;

    private final BytesEncryptor cipher;

    Vault(SecretKey key) {
        this.cipher = AesGcmBytesEncryptor.withSecretKey(key).build();
    }

    byte[] seal(byte[] open) {
        return cipher.encrypt(open);
    }

    /** Throws for what was sealed under another key, or has been tampered with. */
    byte[] open(byte[] sealed) {
        return cipher.decrypt(sealed);
    }
}
