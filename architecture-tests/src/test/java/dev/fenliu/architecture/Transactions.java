package dev.fenliu.architecture;

import com.tngtech.archunit.core.domain.JavaMethod;
import java.util.Optional;
import org.springframework.transaction.annotation.Transactional;

/** In which transaction a method runs, as its annotation or its class's says. */
final class Transactions {
    private Transactions() {}

    static Optional<Transactional> of(JavaMethod method) {
        var own = method.tryGetAnnotationOfType(Transactional.class);
        return own.isPresent() ? own : method.getOwner().tryGetAnnotationOfType(Transactional.class);
    }

    static boolean mayWrite(JavaMethod method) {
        return of(method).filter(transaction -> !transaction.readOnly()).isPresent();
    }
}
