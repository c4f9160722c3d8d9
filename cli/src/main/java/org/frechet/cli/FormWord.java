package org.frechet.cli;

import org.frechet.derive.Form;

/// Reads the option `--form`.
final class FormWord extends EnumWord<Form> {
  FormWord() {
    super(Form.values());
  }
}
