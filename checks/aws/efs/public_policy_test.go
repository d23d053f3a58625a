package efs

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/efs"
	"demarc/providers/aws/policy"
	"demarc/providers/inventory"
)

func TestPublicPolicy(t *testing.T) {
	with := func(statement string) func(*efs.FileSystem) {
		return func(f *efs.FileSystem) {
			doc, err := policy.Parse(`{"Version":"2012-10-17","Statement":[` + statement + `]}`)
			if err != nil {
				t.Fatal(err)
			}
			f.Policy = inventory.Of(doc)
		}
	}
	const anybody = `{"Effect":"Allow","Principal":{"AWS":"*"},"Action":"elasticfilesystem:ClientMount"`
	each(t, PublicPolicy, efs.FileSystems, fileSystem, nil,
		look[efs.FileSystem]{"no policy", checks.Pass, nil},
		look[efs.FileSystem]{"everybody", checks.Fail, with(anybody + `}`)},
		look[efs.FileSystem]{"by a mount target", checks.Pass, with(anybody + `,"Condition":{"Bool":{"elasticfilesystem:AccessedViaMountTarget":"true"}}}`)},
		look[efs.FileSystem]{"an account", checks.Pass, with(`{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::222233334444:root"},"Action":"elasticfilesystem:ClientMount"}`)},
		look[efs.FileSystem]{"only a denial", checks.Pass, with(`{"Effect":"Deny","Principal":"*","Action":"*","Condition":{"Bool":{"aws:SecureTransport":"false"}}}`)},
		look[efs.FileSystem]{"hidden", checks.Unknown, func(f *efs.FileSystem) { f.Policy = inventory.Missing[policy.Document](checktest.Dark) }},
		look[efs.FileSystem]{"deleting", checks.NotApplicable, func(f *efs.FileSystem) { f.LifeCycleState = inventory.Of("deleting") }},
	)
}
