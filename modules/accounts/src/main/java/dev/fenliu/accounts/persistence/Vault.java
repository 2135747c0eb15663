package dev.fenliu.accounts.persistence;

import dev.fenliu.accounts.Seals;
import javax.crypto.SecretKey;
import org.springframework.security.crypto.encrypt.AesGcmBytesEncryptor;
import org.springframework.security.crypto.encrypt.BytesEncryptor;
import org.springframework.stereotype.Component;

/** Seals with AES-256 in Galois mode, under a key that lies elsewhere. */
@Component
class Vault implements Seals {
    /** Nonce, tag and one byte: whatever is shorter was never sealed. */
    static final int SHORTEST = 12 + 16 + 1;

    private final BytesEncryptor cipher;

    Vault(SecretKey key) {
        this.cipher = AesGcmBytesEncryptor.withSecretKey(key).build();
    }

    @Override
    public byte[] seal(byte[] open) {
        return cipher.encrypt(open);
    }

    @Override
    public byte[] open(byte[] sealed) {
        return cipher.decrypt(sealed);
    }
}
