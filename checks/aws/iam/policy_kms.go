package iam

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/iam"
	"demarc/providers/aws/policy"
	"demarc/providers/inventory"
)

const kmsLink = "https://docs.aws.amazon.com/kms/latest/developerguide/iam-policies-best-practices.html"

// decryptsAll fails a policy that allows decryption with every key.
func decryptsAll(p *checks.Probe, d policy.Document) {
	if at := policy.DecryptsAllKeys(d); len(at) > 0 {
		p.Evidence("statement", at[0]+1)
		p.Evidence("statements", len(at))
		p.Failf("statement %d allows kms:Decrypt or kms:ReEncryptFrom on all keys", at[0]+1)
	}
}

// PolicyKMS asks that customer-managed policies name the keys to decrypt with.
var PolicyKMS = &checks.Check{
	ID:       "aws-iam-policy-kms-decrypt-named-keys",
	Title:    "Customer-managed policies allow decryption with named KMS keys only",
	Why:      "Who may decrypt with every key reads whatever is encrypted in the account, for whomever it was encrypted.",
	Severity: checks.Medium,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console: policyConsole + "replace the resource of kms:Decrypt and kms:ReEncryptFrom by the ARNs of keys.", CLI: policyCLI,
		Terraform: "resource \"aws_iam_policy\" \"example\" {\n  name = \"example\"\n  policy = jsonencode({\n    Version   = \"2012-10-17\"\n    Statement = [{ Effect = \"Allow\", Action = [\"kms:Decrypt\"], Resource = [aws_kms_key.example.arn] }]\n  })\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"KMS.1"}},
	Aliases:  []string{"securityhub:KMS.1"},
	Link:     kmsLink,
	Needs:    []inventory.Source{iam.Policies},
	Run:      eachPolicy(decryptsAll),
}

// InlineKMS asks the same of inline policies.
var InlineKMS = &checks.Check{
	ID:       "aws-iam-inline-policy-kms-decrypt-named-keys",
	Title:    "Inline policies allow decryption with named KMS keys only",
	Why:      "Who may decrypt with every key reads whatever is encrypted in the account, for whomever it was encrypted.",
	Severity: checks.Medium,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console: inlineConsole + "replace the resource of kms:Decrypt and kms:ReEncryptFrom by the ARNs of keys.", CLI: inlineCLI,
		Terraform: "resource \"aws_iam_role_policy\" \"example\" {\n  name = \"example\"\n  role = aws_iam_role.example.id\n  policy = jsonencode({\n    Version   = \"2012-10-17\"\n    Statement = [{ Effect = \"Allow\", Action = [\"kms:Decrypt\"], Resource = [aws_kms_key.example.arn] }]\n  })\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"KMS.2"}},
	Aliases:  []string{"securityhub:KMS.2"},
	Link:     kmsLink,
	Needs:    []inventory.Source{iam.InlinePolicies},
	Run:      eachInline(decryptsAll),
}
