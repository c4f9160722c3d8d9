/// The JSON contract: requests read from JSON, responses written as JSON.
///
/// | type | holds |
/// |---|---|
/// | [JsonRequest] | a request as read, with its `id` as it was written |
/// | [JsonResponse] | writes answers and refusals |
/// | [JsonValues] | numbers, lists and matrices |
/// | `JsonOutcome`, `JsonJudgments` | the fields of what operations found |
/// | [JsonReport], [SarifReport] | what was found of documents |
/// | `JsonText` | one object as text |
/// | [JsonService] | one line in, one line out; never throws for bad input |
@NullMarked
package org.frechet.cli.json;

import org.jspecify.annotations.NullMarked;
