"""The least a program with such facts must do: import pydantic and define one model with the same fields."""

import plain_model

assert plain_model.Plain.model_fields
