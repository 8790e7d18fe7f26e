project_name: payments

constant: CONNECTION {
  value: "payments"
  export: override_required
}

constant: SCHEMA {
  value: "payments"
  export: override_optional
}
