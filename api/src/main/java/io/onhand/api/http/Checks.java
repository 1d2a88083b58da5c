package io.onhand.api.http;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.MessageInterpolator;
import jakarta.validation.Path;
import jakarta.validation.TraversableResolver;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.lang.annotation.ElementType;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Holds a body to the constraints that its records declare; the same constraints are in the OpenAPI document. */
final class Checks {
    private static final Map<String, String> CODES = Map.of(
            "NotNull", "required",
            "NotBlank", "required",
            "NotEmpty", "required",
            "Size", "wrong-length",
            "Min", "out-of-range",
            "Max", "out-of-range",
            "Pattern", "wrong-format",
            "Email", "wrong-format");

    private static final Validator VALIDATOR = validator();

    private Checks() {}

    /** Refuses a body (422) that breaks a constraint, naming each place. */
    static void require(Object body) {
        List<InputError> errors = errors(body);
        if (!errors.isEmpty()) {
            throw HttpRefusal.invalid(errors);
        }
    }

    /** What is wrong with {@code item}, first place first; empty when nothing is. */
    static List<InputError> errors(Object item) {
        var violations = VALIDATOR.validate(item);
        return violations.isEmpty()
                ? List.of()
                : violations.stream()
                        .map(Checks::error)
                        .sorted(Comparator.comparing(InputError::field).thenComparing(InputError::detail))
                        .toList();
    }

    private static InputError error(ConstraintViolation<?> violation) {
        String constraint = violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName();
        return InputError.at(path(violation), CODES.getOrDefault(constraint, "invalid"), violation.getMessage());
    }

    /** {@code lines[2].<list element>} is called {@code lines[2]}. */
    private static String path(ConstraintViolation<?> violation) {
        return violation.getPropertyPath().toString().replaceAll("\\.?<[^>]+>", "");
    }

    private static Validator validator() {
        var configuration = Validation.byDefaultProvider().configure();
        MessageInterpolator words = configuration.getDefaultMessageInterpolator();
        return configuration
                .messageInterpolator(new InEnglish(words))
                .traversableResolver(new Records())
                // Its answer is always the same: looking up what it said before costs more than asking.
                .addProperty("hibernate.validator.enable_traversable_resolver_result_cache", "false")
                .buildValidatorFactory()
                .getValidator();
    }

    /** Bodies are records, never entities that might not be loaded: which the default asks for each part of each body. */
    private static final class Records implements TraversableResolver {
        @Override
        public boolean isReachable(Object whole, Path.Node part, Class<?> root, Path path, ElementType where) {
            return true;
        }

        @Override
        public boolean isCascadable(Object whole, Path.Node part, Class<?> root, Path path, ElementType where) {
            return true;
        }
    }

    /** The API speaks English whatever the machine's locale is. */
    private record InEnglish(MessageInterpolator words) implements MessageInterpolator {
        @Override
        public String interpolate(String template, Context context) {
            return words.interpolate(template, context, Locale.ENGLISH);
        }

        @Override
        public String interpolate(String template, Context context, Locale locale) {
            return words.interpolate(template, context, Locale.ENGLISH);
        }
    }
}
