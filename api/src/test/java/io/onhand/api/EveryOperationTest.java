package io.onhand.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.onhand.api.http.PlatformOperator;
import io.onhand.api.http.Scope;
import io.onhand.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.junit.jupiter.api.Test;

/** Promises that every operation keeps, found by looking at all resource classes. */
class EveryOperationTest {
    private static final List<Method> OPERATIONS = operations();

    private static List<Method> operations() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("io.onhand.api").stream()
                        .filter(type -> type.isAnnotatedWith(Path.class))
                        .map(JavaClass::reflect)
                        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                        .filter(EveryOperationTest::isOperation)
                        .toList();
    }

    private static boolean isOperation(Method method) {
        return Stream.of(method.getAnnotations())
                .anyMatch(annotation -> annotation.annotationType().isAnnotationPresent(HttpMethod.class));
    }

    @Test
    void saysWhoMayCallIt() {
        assertThat(OPERATIONS).isNotEmpty().allSatisfy(operation -> {
            Scope scope = operation.getAnnotation(Scope.class);
            boolean operator = operation.isAnnotationPresent(PlatformOperator.class);
            assertThat(scope != null ^ operator)
                    .as("%s has either @Scope or @PlatformOperator", operation)
                    .isTrue();
            if (scope != null && !scope.value().equals(Scope.ANY)) {
                assertThat(Tenants.SCOPES).contains(scope.value());
            }
        });
    }

    @Test
    void isManagedByCdi() {
        assertThat(OPERATIONS).allSatisfy(operation -> assertThat(operation.getDeclaringClass())
                .hasAnnotation(ApplicationScoped.class)
                .matches(type -> java.lang.reflect.Modifier.isPublic(type.getModifiers()), "is public"));
    }

    @Test
    void answersWithAResponseThatWasMadeInItsTransaction() {
        assertThat(OPERATIONS)
                .allSatisfy(operation -> assertThat(operation.getReturnType()).isEqualTo(Response.class));
    }

    @Test
    void isDocumentedUnderItsOwnName() {
        List<String> ids = new ArrayList<>();
        assertThat(OPERATIONS).allSatisfy(operation -> {
            Operation said = operation.getAnnotation(Operation.class);
            assertThat(said).as("%s has @Operation", operation).isNotNull();
            assertThat(said.operationId()).isNotBlank();
            assertThat(said.summary()).isNotBlank();
            Scope scope = operation.getAnnotation(Scope.class);
            if (scope != null && !scope.value().equals(Scope.ANY)) {
                assertThat(said.description()).contains("`" + scope.value() + "`");
            }
            assertThat(operation.getAnnotationsByType(APIResponse.class))
                    .as("%s has @APIResponse", operation)
                    .isNotEmpty();
            ids.add(said.operationId());
        });
        assertThat(ids).doesNotHaveDuplicates();
    }

    @Test
    void isInTheServedDocumentWithItsProblems() throws IOException {
        JsonNode document;
        try (InputStream json = EveryOperationTest.class.getResourceAsStream("/openapi/openapi.json")) {
            document = new ObjectMapper().readTree(json);
        }
        List<String> documented = new ArrayList<>();
        for (JsonNode path : document.get("paths")) {
            for (JsonNode operation : path) {
                if (!operation.isObject()) {
                    continue;
                }
                documented.add(operation.get("operationId").asText());
                for (String status : List.of("400", "401", "403", "429", "500")) {
                    assertThat(operation.get("responses").has(status))
                            .as("%s documents %s", operation.get("operationId"), status)
                            .isTrue();
                }
            }
        }
        assertThat(documented)
                .containsExactlyInAnyOrderElementsOf(OPERATIONS.stream()
                        .map(operation ->
                                operation.getAnnotation(Operation.class).operationId())
                        .toList());
    }
}
